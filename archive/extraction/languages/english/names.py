"""First names in Latin letters with the gender they tell, endings of Slavic surnames in these letters, and what stands behind a name."""

from __future__ import annotations

from archive.extraction.languages import words

MALE = words(
    """
    Kamil Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Ahmad Alan Albert Aleksandr Aleksander Aleksei Alex Alexander Alexandr
    Alexei Alexey Alfred Ali Aliaksandr Alyaksandr Allan Allen Ambrose Anatol Anatoly Anatoli Andre Andreas Andrei Andrej Andres
    Andrew Andrey Andrii Andriy Andrzej Angus Anthony Antonio Anton Antony Ari Arnold Arseniy Artem Arthur Artur Arvind Augustus
    Barack Barry Bart Bashar Ben Benjamin Bernard Bernie Bert Bill Bob Boris Brad Brandon Brett Brian Bruce Bruno Bryan Carl Carlos
    Cedric Charles Charlie Chris Christian Christoph Christophe Christopher Clark Claudio Claude Colin Connor Craig Curtis Dale
    Damian Dan Daniel Darren Dave David Dean Denis Dennis Denys Derek Diego Dieter Dimitri Dirk Dmitri Dmitrij Dmitriy Dmitry Dmytro
    Dominic Donald Doug Douglas Duncan Dwight Dylan Dzmitry Earl Ed Eddie Edgar Edmund Eduard Edward Edwin Egor Elias Elijah Elliot
    Elon Emil Emmanuel Enrico Eric Erik Ernest Ethan Eugene Evan Evgeny Fabian Felix Ferdinand Fernando Francesco Francis Francisco
    Francois François Frank Franz Fred Frederick Friedrich Gabriel Gareth Gary Gavin Gennady Geoff Geoffrey George Georg Gerald
    Gerard Gerhard Gianni Giorgio Giovanni Giuseppe Glenn Gordon Graham Grant Greg Gregory Grigory Guido Guillermo Gustav Guy Hamid
    Hans Harold Harry Harvey Hassan Heinrich Helmut Henri Henrik Henry Herbert Herman Howard Hugh Hugo Hussein Ian Ibrahim Igor Ihar
    Ihor Ilya Imran Isaac Ismail Ivan Jack Jacob Jacques Jake James Jamie Jan Jared Jason Jay Jean Jeff Jeffrey Jens Jeremy Jerome
    Jerry Jesse Jesus Jim Jimmy Joachim Joe Joel Joerg Johan Johann John Johnny Jon Jonas Jonathan Jordan Jorge Jose José Josef
    Joseph Josh Joshua Juan Julian Julius Jurgen Jürgen Justin Karim Karl Kaspar Keith Ken Kenneth Kevin Khalid Kirill Klaus
    Konstantin Kostya Kurt Kyle Lars Larry Laurence Lawrence Lee Leo Leon Leonard Leonid Leszek Lev Levon Lewis Liam Lloyd Louis
    Luca Lucas Luigi Luis Luke Maksim Malcolm Manuel Marc Marcel Marcin Marco Marcos Marcus Mariano Mario Marius Mark Marko Markus
    Martin Marvin Mateusz Matt Matteo Matthew Matthias Maurice Max Maxim Mehmet Michael Michał Michel Miguel Mihail Mikalai Mike
    Mikhail Mikhailo Mikola Milan Miles Miroslav Mitch Mohamed Mohammad Mohammed Morgan Moritz Mstislav Muhammad Mustafa Mykola
    Mykhailo Narendra Nathan Neil Nelson Nicholas Nick Nicolas Niels Nigel Nikita Nikol Nikolai Nikolay Nikolaus Noah Norman Oleg
    Oleh Oleksandr Oleksii Oleksiy Oliver Olivier Omar Oscar Osman Otto Owen Pablo Paolo Pascal Patrick Paul Pavel Pavlo Pawel Paweł
    Pedro Per Pete Peter Petr Petro Phil Philip Philipp Philippe Pierre Piotr Prem Pyotr Radek Radosław Rafael Rafał Raimund Rainer
    Ralf Ralph Ramzan Raul Raymond Recep René Rex Ricardo Richard Rick Rob Robert Roberto Rodrigo Roger Roland Roman Ron Ronald Rory
    Ross Roy Ruben Rudolf Ruslan Russell Ryan Salman Sam Samuel Scott Sean Sebastian Serge Sergei Sergej Sergey Serhii Serhiy Sergio
    Seth Shane Shaun Siarhei Silvio Simon Stan Stanislav Stanisław Stefan Stepan Stephan Stephen Steve Steven Stewart Stuart Syarhei
    Sven Svyatlan Taras Ted Terry Thabo Theo Theodore Thomas Tiziano Tim Timothy Timur Todd Tom Tomas Tomasz Tommy Tony Travis
    Trevor Uladzimir Ulrich Umberto Urmas Vadim Vadym Valentin Valery Valeriy Vasil Vasily Vasyl Victor Viktar Viktor Vincent Vitali
    Vitaliy Vitaly Vlad Vladimir Vladislav Volodymyr Vyacheslav Walter Warren Wayne Werner Wilhelm Will William Winston Wojciech
    Wolfgang Yaroslav Yevgeny Yitzhak Yuri Yuriy Yury Yves Zachary Zbigniew Zhan Abdel Abdi Abel Abu Adama Adebayo Aidan Akira Aksel
    Alain Alasdair Alberto Aldo Alejandro Alessandro Alessio Alfredo Alistair Alvaro Álvaro Amadou Amir Amit Anand Anders Andy
    Angelo Anil Anwar Arash Aris Armando Armen Arne Arno Artyom Arun Asher Ashok Ashraf Asif Atiku Augusto Aurelio Avi Axel Aymen
    Ayman Aziz Baptiste Basil Benedict Benoit Benoît Bernardo Björn Bjorn Bo Bogdan Borys Boyd Brendan Brent Byron Callum Cameron
    Carlo Carlton Carsten Cecil Cesar César Chad Chandra Chester Cillian Clarence Claus Clay Clayton Clemens Cliff Clifford Clint
    Clive Cody Conor Cornelius Cristian Cristiano Cyril Cyrus Dag Dalton Damien Danilo Danny Darius Darrell Darryl Davi Declan Demba
    Desmond Dexter Didier Dino Djibril Dorian Drew Dragan Dusan Dušan Eamon Eamonn Edgardo Edouard Édouard Eduardo Eilif Einar Eitan
    Elhadj Eli Elton Elvis Emanuel Emeka Emerson Emile Émile Emmett Emre Ephraim Erdem Ernesto Erwin Espen Esteban Étienne Etienne
    Ewan Faisal Fahad Farid Faris Federico Felipe Fergal Fergus Fidel Finn Florian Floyd Folke Franco Fredrik Fritz Fumio Gabor
    Gábor Garry Gaston Geraint Gerry Gilbert Gilberto Giles Gilles Glen Gonzalo Gopal Göran Guillaume Gunnar Gunther Günter Gus
    Habib Hadi Hakan Hakim Halvard Hamish Hamza Hank Haris Harish Harald Haruto Hasan Hashim Hector Héctor Hernan Hideo Hiroshi
    Homer Horacio Horst Hubert Humberto Iain Idris Iker Ilias Ilie Imre Ion Irfan Isaias Isamu Ishaan Ismael Istvan István Ivar Ivo
    Iyad Jaap Jabari Jaime Jakob Jakub Jamal Jan-Erik Janez Janos János Jaroslav Jarosław Javier Jayden Jayson Jed Jerzy Jiri Jiří
    Joao João Joaquin Joaquín Joost Joris Josip Jukka Jules Kai Kamal Kareem Kari Karel Katsuya Kazuo Keir Kei Kemal Kenji Kenny
    Kenta Kent Kerry Khaled Kieran Kiran Klaas Kofi Kristian Kristoffer Krzysztof Kwabena Kwame Lachlan Lamar Lamine Landon Laszlo
    László Laurent Lech Leif Lennart Leonardo Leopoldo Leroy Lester Lionel Logan Lorenzo Lothar Lou Luc Luciano Ludwig Luka Luther
    Maciej Maher Mahmoud Mahmud Malik Mamadou Manfred Manish Manoj Manu Marat Marek Mariusz Marlon Marshall Marty Masato Massimo
    Mats Mauricio Mauro Maxime Melvin Memduh Micah Michele Mick Mickey Mihai Mikael Mikel Mikko Mircea Mirko Miro Mitchell Modou
    Mohamad Mohan Mordechai Morten Moshe Mukesh Murad Murat Nabil Nadeem Nadir Nasser Nathaniel Ned Neville Nicolae Nicolás Nikola
    Nikos Nils Nir Noel Octavio Ola Olaf Olav Ole Olof Omer Ömer Orlando Oskar Osvaldo Ousmane Ovidiu Palle Panos Paresh Parker
    Patrice Patricio Paulo Pavol Peder Pekka Percy Pieter Piers Pranav Pradeep Prakash Predrag Quentin Quinn Rachid Radu Rafal Rafiq
    Rahul Raj Rajesh Rajiv Ram Rami Ramon Ramón Randall Randy Rashid Ravi Ray Raúl Reggie Reginald Reid Reinhard Remy Rémy Renato
    Reuben Reza Rhys Ricky Riccardo Rod Roderick Rodney Rodolfo Rohan Rolf Romain Romeo Roope Rowan Rufus Rui Rupert Russ Rustam
    Sadiq Saeed Sajid Salim Salvador Salvatore Sami Sandeep Sándor Sandor Sanjay Santiago Satoshi Saul Saúl Selim Seamus Sergiy Seán
    Shahid Shankar Shannon Shinzo Sidney Siegfried Sigurd Silvano Silvestre Simeon Simone Slavko Sonny Søren Soren Spencer Spiro
    Stanley Stein Stefano Steffen Sten Sunil Suresh Szymon Tadeusz Taavi Takeshi Tahir Tamas Tariq Taro Tarik Tayyip Teodor Terence
    Terje Terrence Thierry Thor Thorsten Tibor Tiago Timo Timmy Tobias Todor Tomás Tomáš Tomislav Toni Tor Torsten Toshiro Traian
    Tristan Tyler Tyrone Ugo Uldis Ulf Umar Usman Uwe Vaclav Václav Valdis Valerio Vance Vaughn Vernon Vicente Vijay Vikram Vincenzo
    Viorel Virgil Vittorio Vivek Wade Waldemar Wallace Wassim Wendell Wes Wesley Wilbur Wilfred Willem Willie Wim Xavi Xavier Yannis
    Yair Yasser Yahya Yakov Yann Yiannis Yonatan Yoshi Yosef Youssef Yousef Yuki Yunus Yusuf Zach Zack Zak Zane Zeljko Zoltan Zoltán
    Zoran Bobby Chuck Damon Hal Ira Kieren Mitt Newt Perry Sherman Woody Toby Zeke Ozzie Otis
    """
)
FEMALE = words(
    """
    Abigail Ada Agnes Aisha Alaksandra Alena Alessandra Alexandra Alice Alicia Alina Alison Alla Allison Amanda Amber Amelia Amina
    Amneh Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Annabel Anne Annette Annalena Antonia April Ashley Audrey Barbara
    Beatrice Beate Becky Belinda Bella Beth Betty Bianca Brenda Bridget Brigitte Brittany Camilla Carla Carmen Carol Carole Caroline
    Carolyn Catherine Cathy Cecilia Charlotte Chelsea Chloe Christina Christine Cindy Claire Clara Claudia Colette Condoleezza
    Courtney Cristina Cynthia Daniela Daria Darya Dawn Deborah Debra Denise Diana Diane Dina Dolores Donna Dora Doris Dorothy Edith
    Ekaterina Elaine Eleanor Elena Elisabeth Elise Elizabeth Ella Ellen Elsa Emilia Emily Emma Erica Erin Esther Eva Eve Evelyn
    Fatima Fiona Florence Frances Francesca Gabriela Gabrielle Galina Gemma Georgia Gina Giorgia Gloria Grace Greta Gwen Halina
    Hannah Harriet Hazel Heather Heidi Helen Helena Hilary Hillary Holly Ida Inga Ingrid Irena Irene Irina Iris Iryna Isabel
    Isabella Ivanka Jackie Jacqueline Jacinda Jane Janet Janice Jasmine Jean Jenna Jennifer Jenny Jessica Jill Joan Joanna Joanne
    Jodie Josephine Joy Joyce Judith Judy Julia Juliana Julie Juliet Justine Kaja Karen Karin Karina Karolina Kate Katarina
    Katherine Kathleen Kathryn Kathy Katie Katja Katrina Kelly Khrystyna Kim Kimberly Kira Kristalina Kristen Kristin Kristina Lara
    Larisa Laura Lauren Leah Leila Lena Leslie Lidia Lilian Lily Linda Lisa Liudmila Liz Liza Lois Loretta Lorraine Louise Lucia
    Lucy Ludmila Lydia Lyudmila Madeleine Maggie Maia Malala Marcia Margaret Margarita Margaryta Maria Marianne Marie Marina Marion
    Marjorie Marta Martha Martina Mary Maryna Maureen Maya Megan Melania Melanie Melinda Melissa Mercedes Michelle Mila Miranda
    Miriam Molly Monica Monika Nadezhda Nadia Nadine Nancy Naomi Natalia Natalie Natallia Natalya Natasha Nicola Nicole Nina Nora
    Odile Oksana Olena Olga Olha Olivia Ornella Pamela Patricia Paula Pauline Peggy Penny Phyllis Polina Priscilla Rachel Rebecca
    Regina Renata Rita Roberta Robin Rosa Rose Rosemary Ruth Sabina Sabrina Sally Samantha Sandra Sanna Sara Sarah Selena Sharon
    Sheila Shirley Silvia Simone Sofia Sonia Sophia Sophie Stefania Stella Stephanie Sue Susan Susanna Susanne Suzanne Svetlana
    Sviatlana Sylvia Tamara Tania Tanya Tara Tatiana Tatsiana Tatyana Teresa Tess Thea Theresa Tina Tracy Ulyana Ursula Valentina
    Valeria Vanessa Vera Veronica Veronika Victoria Viktoria Viola Violet Virginia Viviane Wendy Xenia Yana Yelena Yekaterina Yulia
    Yvette Yvonne Zinaida Zoe Zoya Zuzana Abena Adele Adriana Agata Agatha Agneta Agnieszka Aileen Aino Akiko Aleksandra Alejandra
    Alessia Alexa Alexis Alexandria Alma Althea Amal Amalia Amani Amara Amrita Anabel Anahit Anais Anastasiia Anastasiya Aneta
    Angelique Angie Anika Anisa Anja Anke Ann-Marie Annalise Annika Annelise Anne-Lise Anne-Marie Antje Antoinette Anya Aoife Arlene
    Asha Ashleigh Asma Astrid Aurora Ava Aya Ayesha Aysel Ayşe Azadeh Bärbel Beata Beatriz Benazir Bente Bernadette Bernice Bertha
    Bettina Bev Beverly Birgit Birgitta Blanca Bonnie Britt Britta Bronwyn Caitlin Caitlyn Camille Candace Carey Carina Carly
    Carmela Carolina Carrie Cassandra Celeste Celia Chantal Charlene Chiara Christa Christiane Christie Chrystia Claudine Clementine
    Coleen Connie Consuelo Cora Corinna Corinne Cornelia Daisy Dana Daphne Darlene Deb Debbie Deirdre Delia Delphine Dessa Dilma
    Divya Dolly Dominique Dorotea Dorothea Dorota Ebba Edda Edna Edwina Eileen Eilidh Ekaterine Elin Elina Eliza Elke Ellie Elvira
    Elsie Emanuela Emine Emmanuelle Erika Erna Ernestine Esmeralda Esperanza Estelle Estella Ester Eunice Eugenia Fabiana Farah
    Fatou Fatma Faye Felicia Felicity Ferida Flora Floriane Franca Françoise Francoise Frida Frieda Gail Ganna Genevieve Geneviève
    Geraldine Germaine Gertrude Ghislaine Giulia Giuliana Gladys Glenda Greet Gretchen Gretel Gro Guadalupe Gudrun Gulnara Hana
    Hanna Hanne Hatice Hedda Hedvig Helga Helle Hélène Helene Henrietta Hilda Hildegard Hye Iffat Ilana Ilona Ilse Imelda Imogen
    Indira Ines Inés Inge Ingeborg Inna Isla Isabelle Ivana Ivonne Iwona Izabela Jacquelyn Jadwiga Jana Janelle Janine Jeanette
    Jeanne Jelena Jennie Jess Jo Joann Johanna Josefina Josie Juana Juanita Judi June Jutta Kaisa Kaitlyn Kamala Karla Karolína
    Kasia Katalin Katarzyna Katharina Katherina Katia Katri Kateryna Katy Kay Kayla Keiko Kelley Kendra Kerstin Khadija Kiri Kirsten
    Kirsti Kirsty Klara Krista Kristine Krystyna Ksenia Kseniya Lakshmi Lana Latifa Latoya Laila Layla Lea Leanne Leena Leonor
    Leonora Leticia Letizia Lieve Lila Lillian Lina Linnea Lise Liv Livia Lola Lorena Lorna Lottie Lotte Lourdes Lucie Lucille
    Lucinda Luisa Luise Lyn Lynda Lynn Lynne Mabel Madison Mae Magda Magdalena Mai Maja Małgorzata Malgorzata Mallory Mandy Manon
    Manuela Mara Margit Margot Margrethe Marguerite Mariana Maribel Marianna Marijke Marisa Marisol Marit Marita Marja Marla Marlene
    Marsha Marthe Marwa Maryam Mathilde Matilda Mattie Maud Maude Mavis Maxine Meera Meg Meghan Mehwish Meike Meredith Merete Mette
    Mia Michaela Michele Mika Mildred Milena Mimi Mina Mireille Mona Monique Montserrat Morag Muriel Myra Myriam Myrtle Nadja Naima
    Nasrin Natália Nataliia Nataliya Nelly Nell Ngozi Niamh Nicolette Nicky Nikki Nilufar Noa Noelle Noor Noora Norma Noura Nur
    Nuria Oddný Odette Ofelia Oleksandra Olesya Olive Oona Ophelia Oriana Orla Paige Paloma Patrice Patty Paulina Pavla Perla Petra
    Philippa Phoebe Pia Pilar Piper Pippa Pooja Poppy Portia Priya Prudence Radha Ramona Raquel Rania Rasa Rayna Reem Reina Rena
    Renee Renée Rhiannon Rhoda Rhonda Ricarda Riikka Rihanna Rina Rochelle Roisin Róisín Romana Romy Rosalie Rosalind Rosanna
    Rosario Rosemarie Rosie Roxana Roxanne Ruby Rukhsana Saanvi Sabine Sadie Safiya Saga Sahar Saima Salma Salome Samira Sanja
    Saoirse Satu Savannah Scarlett Sibylle Signe Sigrid Silje Silke Simona Sinead Sinéad Siobhan Siobhán Sirpa Siri Sissel Sofía
    Sofie Solveig Sonja Sonya Soraya Stacey Stacy Stephania Stine Sumaya Sunita Sunniva Susana Susie Suzan Svenja Svitlana Sydney
    Tabitha Tamar Tamika Tammy Tanja Tarja Tatjana Tetiana Thelma Therese Thérèse Tia Tiffany Tilda Toni Tonya Torill Toril Tove
    Tricia Trish Trine Trinidad Trudy Tuva Ulla Ulrike Una Usha Uta Ute Vaishali Val Valborg Valeriya Valérie Valerie Vanda Vasilisa
    Vesna Vibeke Vicki Vicky Victoire Vigdis Vilma Viv Vivian Vivien Vivienne Wanda Waltraud Wilhelmina Wilma Winifred Winnie Ximena
    Yael Yasmin Yasmine Yevgenia Yoko Ylva Yolanda Ysabel Yuliia Yuliya Yumi Zahra Zainab Zara Zelda Zeynep Zofia Zora Zsuzsa
    Kellyanne Peta Tulsi
    """
)
# Of surnames of Slavic origin.
MALE_ENDINGS = ("ov", "ev", "skiy", "skyi", "sky", "ski")
FEMALE_ENDINGS = ("ova", "eva", "ina", "skaya", "skaia", "ska")
# That make a woman's surname of a man's.
GENDERED = ("a",)
# Behind the surname.
SUFFIXES = words("Jr Jr. Sr Sr. II III IV")
# Beginnings of words in names of people alone: "O'Hara", "McBride", "al-Tamimi".
BEGINNINGS = ("O'", "O’", "Mc", "al-", "el-")
# Before the name that somebody was born with.
BORN = words("née nee born formerly aka")
# Between two names.
AND = words("and &")
