"""Common first names with the gender they tell, and endings of Slavic surnames that tell one."""

from __future__ import annotations

from archive.extraction.languages import words

MALE = words(
    """
    Kamil Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Ahmad Alan Albert Aleksandr Aleksander Aleksei Alex Alexander Alexandr Alexei
    Alexey Alfred Ali Aliaksandr Alyaksandr Allan Allen Ambrose Anatol Anatoly Anatoli Andre Andreas Andrei Andrej Andres Andrew
    Andrey Andrii Andriy Andrzej Angus Anthony Antonio Anton Antony Ari Arnold Arseniy Artem Arthur Artur Arvind Augustus Barack
    Barry Bart Bashar Ben Benjamin Bernard Bernie Bert Bill Bob Boris Brad Brandon Brett Brian Bruce Bruno Bryan Carl Carlos Cedric
    Charles Charlie Chris Christian Christoph Christophe Christopher Clark Claudio Claude Colin Connor Craig Curtis Dale Damian Dan
    Daniel Darren Dave David Dean Denis Dennis Denys Derek Diego Dieter Dimitri Dirk Dmitri Dmitrij Dmitriy Dmitry Dmytro Dominic
    Donald Doug Douglas Duncan Dwight Dylan Dzmitry Earl Ed Eddie Edgar Edmund Eduard Edward Edwin Egor Elias Elijah Elliot Elon
    Emil Emmanuel Enrico Eric Erik Ernest Ethan Eugene Evan Evgeny Fabian Felix Ferdinand Fernando Francesco Francis Francisco
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
    Wolfgang Yaroslav Yevgeny Yitzhak Yuri Yuriy Yury Yves Zachary Zbigniew Zhan Александр Алексей Анатолий Андрей Антон Аркадий
    Артём Артем Борис Вадим Валентин Валерий Василий Виктор Виталий Владимир Владислав Вячеслав Геннадий Георгий Глеб Григорий Давид
    Даниил Денис Дмитрий Евгений Егор Иван Игорь Илья Кирилл Константин Лев Леонид Максим Марк Михаил Никита Николай Олег Павел Пётр
    Петр Роман Руслан Семён Сергей Станислав Степан Тимур Фёдор Федор Эдуард Юрий Яков Ярослав Аляксандр Аляксей Андрэй Анатоль
    Вадзім Валерый Васіль Віктар Віталь Віталій Уладзімір Уладзіслав Вячаслаў Генадзь Дзмітрый Дзяніс Яўген Іван Ігар Ілья Кірыл
    Канстанцін Леанід Максім Міхаіл Мікалай Мікіта Алег Раман Сяргей Станіслаў Юрый Зміцер Алесь Янка Олександр Олексій Анатолій
    Андрій Валерій Василь Віктор Володимир Геннадій Григорій Дмитро Євген Ігор Ілля Кирило Костянтин Леонід Микола Михайло Микита
    Павло Петро Сергій Станіслав Тарас Юрій Abdel Abdi Abel Abu Adama Adebayo Aidan Akira Aksel Alain Alasdair Alberto Aldo
    Alejandro Alessandro Alessio Alfredo Alistair Alvaro Álvaro Amadou Amir Amit Anand Anders Andy Angelo Anil Anwar Arash Aris
    Armando Armen Arne Arno Artyom Arun Asher Ashok Ashraf Asif Atiku Augusto Aurelio Avi Axel Aymen Ayman Aziz Baptiste Basil
    Benedict Benoit Benoît Bernardo Björn Bjorn Bo Bogdan Borys Boyd Brendan Brent Byron Callum Cameron Carlo Carlton Carsten Cecil
    Cesar César Chad Chandra Chester Cillian Clarence Claus Clay Clayton Clemens Cliff Clifford Clint Clive Cody Conor Cornelius
    Cristian Cristiano Cyril Cyrus Dag Dalton Damien Danilo Danny Darius Darrell Darryl Davi Declan Demba Desmond Dexter Didier Dino
    Djibril Dorian Drew Dragan Dusan Dušan Eamon Eamonn Edgardo Edouard Édouard Eduardo Eilif Einar Eitan Elhadj Eli Elton Elvis
    Emanuel Emeka Emerson Emile Émile Emmett Emre Ephraim Erdem Ernesto Erwin Espen Esteban Étienne Etienne Ewan Faisal Fahad Farid
    Faris Federico Felipe Fergal Fergus Fidel Finn Florian Floyd Folke Franco Fredrik Fritz Fumio Gabor Gábor Garry Gaston Geraint
    Gerry Gilbert Gilberto Giles Gilles Glen Gonzalo Gopal Göran Guillaume Gunnar Gunther Günter Gus Habib Hadi Hakan Hakim Halvard
    Hamish Hamza Hank Haris Harish Harald Haruto Hasan Hashim Hector Héctor Hernan Hideo Hiroshi Homer Horacio Horst Hubert Humberto
    Iain Idris Iker Ilias Ilie Imre Ion Irfan Isaias Isamu Ishaan Ismael Istvan István Ivar Ivo Iyad Jaap Jabari Jaime Jakob Jakub
    Jamal Jan-Erik Janez Janos János Jaroslav Jarosław Javier Jayden Jayson Jed Jerzy Jiri Jiří Joao João Joaquin Joaquín Joost
    Joris Josip Jukka Jules Kai Kamal Kareem Kari Karel Katsuya Kazuo Keir Kei Kemal Kenji Kenny Kenta Kent Kerry Khaled Kieran
    Kiran Klaas Kofi Kristian Kristoffer Krzysztof Kwabena Kwame Lachlan Lamar Lamine Landon Laszlo László Laurent Lech Leif Lennart
    Leonardo Leopoldo Leroy Lester Lionel Logan Lorenzo Lothar Lou Luc Luciano Ludwig Luka Luther Maciej Maher Mahmoud Mahmud Malik
    Mamadou Manfred Manish Manoj Manu Marat Marek Mariusz Marlon Marshall Marty Masato Massimo Mats Mauricio Mauro Maxime Melvin
    Memduh Micah Michele Mick Mickey Mihai Mikael Mikel Mikko Mircea Mirko Miro Mitchell Modou Mohamad Mohan Mordechai Morten Moshe
    Mukesh Murad Murat Nabil Nadeem Nadir Nasser Nathaniel Ned Neville Nicolae Nicolás Nikola Nikos Nils Nir Noel Octavio Ola Olaf
    Olav Ole Olof Omer Ömer Orlando Oskar Osvaldo Ousmane Ovidiu Palle Panos Paresh Parker Patrice Patricio Paulo Pavol Peder Pekka
    Percy Pieter Piers Pranav Pradeep Prakash Predrag Quentin Quinn Rachid Radu Rafal Rafiq Rahul Raj Rajesh Rajiv Ram Rami Ramon
    Ramón Randall Randy Rashid Ravi Ray Raúl Reggie Reginald Reid Reinhard Remy Rémy Renato Reuben Reza Rhys Ricky Riccardo Rod
    Roderick Rodney Rodolfo Rohan Rolf Romain Romeo Roope Rowan Rufus Rui Rupert Russ Rustam Sadiq Saeed Sajid Salim Salvador
    Salvatore Sami Sandeep Sándor Sandor Sanjay Santiago Satoshi Saul Saúl Selim Seamus Sergiy Seán Shahid Shankar Shannon Shinzo
    Sidney Siegfried Sigurd Silvano Silvestre Simeon Simone Slavko Sonny Søren Soren Spencer Spiro Stanley Stein Stefano Steffen
    Sten Sunil Suresh Szymon Tadeusz Taavi Takeshi Tahir Tamas Tariq Taro Tarik Tayyip Teodor Terence Terje Terrence Thierry Thor
    Thorsten Tibor Tiago Timo Timmy Tobias Todor Tomás Tomáš Tomislav Toni Tor Torsten Toshiro Traian Tristan Tyler Tyrone Ugo Uldis
    Ulf Umar Usman Uwe Vaclav Václav Valdis Valerio Vance Vaughn Vernon Vicente Vijay Vikram Vincenzo Viorel Virgil Vittorio Vivek
    Wade Waldemar Wallace Wassim Wendell Wes Wesley Wilbur Wilfred Willem Willie Wim Xavi Xavier Yannis Yair Yasser Yahya Yakov Yann
    Yiannis Yonatan Yoshi Yosef Youssef Yousef Yuki Yunus Yusuf Zach Zack Zak Zane Zeljko Zoltan Zoltán Zoran Bobby Chuck Damon Hal
    Ira Mitt Newt Perry Sherman Woody Toby Zeke Ozzie Otis Аман Амир Арам Арман Армен Арсен Артур Азамат Айдар Асхат Ахмед Бахтияр
    Богдан Булат Вагиф Велимир Венедикт Всеволод Герман Гурам Давыд Дамир Данила Джамал Елисей Емельян Ефим Захар Зураб Ибрагим
    Ильдар Ильнур Ильяс Иосиф Ираклий Карен Клим Кузьма Лука Магомед Марат Марсель Матвей Мирон Мурат Мурад Наиль Нурлан Рамзан
    Рамиль Ренат Ринат Родион Рустам Рустем Савелий Самвел Святослав Севастьян Спартак Тагир Темирлан Тигран Тимофей Трофим Умар
    Фарид Филипп Эльдар Эмиль Эрик Юлиан Яромир Аркадзь Аркадзій Арцём Багдан Барыс Вінцук Генрых Рыгор Данііл Дзмітры Карней
    Кастусь Кірыла Лявон Леў Лук'ян Міхась Мікола Мечыслаў Натан Павал Пятро Пятрусь Стах Сцяпан Сымон Тадэвуш Трафім Уладзь Фёдар
    Фелікс Францішак Цімафей Цімох Юзаф Юрась Юрка Язэп Якуб Ян Яраслаў Ясь Адам Арсеній Гліб Данило Едуард Зеновій Йосип Кирил
    Корній Левко Любомир Макар Назар Нестор Орест Остап Панас Пилип Прокіп Ростислав Семен Северин Теодор Тимофій Устим Федір
    Филимон Юліан Юхим Яків Ярема Аркадій Георгій Євгеній Матвій Мирослав
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
    Yvette Yvonne Zinaida Zoe Zoya Zuzana Александра Алина Алла Анастасия Анна Валентина Валерия Варвара Вера Вероника Виктория
    Галина Дарья Евгения Екатерина Елена Елизавета Жанна Зинаида Инна Ирина Карина Кристина Ксения Лариса Лидия Людмила Маргарита
    Марина Мария Надежда Наталия Наталья Нина Оксана Ольга Полина Раиса Светлана София Софья Тамара Татьяна Ульяна Юлия Яна
    Аляксандра Алена Алёна Ганна Вольга Вікторыя Галіна Дар'я Кацярына Лізавета Ірына Крысціна Алеся Леся Олеся Валянціна Яніна
    Ларыса Лідзія Людміла Марыя Марына Надзея Наталля Ніна Святлана Таццяна Юлія Олександра Олена Вікторія Дарина Катерина Єлизавета
    Ірина Лідія Марія Надія Наталія Світлана Софія Тетяна Abena Adele Adriana Agata Agatha Agneta Agnieszka Aileen Aino Akiko
    Aleksandra Alejandra Alessia Alexa Alexis Alexandria Alma Althea Amal Amalia Amani Amara Amrita Anabel Anahit Anais Anastasiia
    Anastasiya Aneta Angelique Angie Anika Anisa Anja Anke Ann-Marie Annalise Annika Annelise Anne-Lise Anne-Marie Antje Antoinette
    Anya Aoife Arlene Asha Ashleigh Asma Astrid Aurora Ava Aya Ayesha Aysel Ayşe Azadeh Bärbel Beata Beatriz Benazir Bente
    Bernadette Bernice Bertha Bettina Bev Beverly Birgit Birgitta Blanca Bonnie Britt Britta Bronwyn Caitlin Caitlyn Camille Candace
    Carey Carina Carly Carmela Carolina Carrie Cassandra Celeste Celia Chantal Charlene Chiara Christa Christiane Christie Chrystia
    Claudine Clementine Coleen Connie Consuelo Cora Corinna Corinne Cornelia Daisy Dana Daphne Darlene Deb Debbie Deirdre Delia
    Delphine Dessa Dilma Divya Dolly Dominique Dorotea Dorothea Dorota Ebba Edda Edna Edwina Eileen Eilidh Ekaterine Elin Elina
    Eliza Elke Ellie Elvira Elsie Emanuela Emine Emmanuelle Erika Erna Ernestine Esmeralda Esperanza Estelle Estella Ester Eunice
    Eugenia Fabiana Farah Fatou Fatma Faye Felicia Felicity Ferida Flora Floriane Franca Françoise Francoise Frida Frieda Gail Ganna
    Genevieve Geneviève Geraldine Germaine Gertrude Ghislaine Giulia Giuliana Gladys Glenda Greet Gretchen Gretel Gro Guadalupe
    Gudrun Gulnara Hana Hanna Hanne Hatice Hedda Hedvig Helga Helle Hélène Helene Henrietta Hilda Hildegard Hye Iffat Ilana Ilona
    Ilse Imelda Imogen Indira Ines Inés Inge Ingeborg Inna Isla Isabelle Ivana Ivonne Iwona Izabela Jacquelyn Jadwiga Jana Janelle
    Janine Jeanette Jeanne Jelena Jennie Jess Jo Joann Johanna Josefina Josie Juana Juanita Judi June Jutta Kaisa Kaitlyn Kamala
    Karla Karolína Kasia Katalin Katarzyna Katharina Katherina Katia Katri Kateryna Katy Kay Kayla Keiko Kelley Kendra Kerstin
    Khadija Kiri Kirsten Kirsti Kirsty Klara Krista Kristine Krystyna Ksenia Kseniya Lakshmi Lana Latifa Latoya Laila Layla Lea
    Leanne Leena Leonor Leonora Leticia Letizia Lieve Lila Lillian Lina Linnea Lise Liv Livia Lola Lorena Lorna Lottie Lotte Lourdes
    Lucie Lucille Lucinda Luisa Luise Lyn Lynda Lynn Lynne Mabel Madison Mae Magda Magdalena Mai Maja Małgorzata Malgorzata Mallory
    Mandy Manon Manuela Mara Margit Margot Margrethe Marguerite Mariana Maribel Marianna Marijke Marisa Marisol Marit Marita Marja
    Marla Marlene Marsha Marthe Marwa Maryam Mathilde Matilda Mattie Maud Maude Mavis Maxine Meera Meg Meghan Mehwish Meike Meredith
    Merete Mette Mia Michaela Michele Mika Mildred Milena Mimi Mina Mireille Mona Monique Montserrat Morag Muriel Myra Myriam Myrtle
    Nadja Naima Nasrin Natália Nataliia Nataliya Nelly Nell Ngozi Niamh Nicolette Nicky Nikki Nilufar Noa Noelle Noor Noora Norma
    Noura Nur Nuria Oddný Odette Ofelia Oleksandra Olesya Olive Oona Ophelia Oriana Orla Paige Paloma Patrice Patty Paulina Pavla
    Perla Petra Philippa Phoebe Pia Pilar Piper Pippa Pooja Poppy Portia Priya Prudence Radha Ramona Raquel Rania Rasa Rayna Reem
    Reina Rena Renee Renée Rhiannon Rhoda Rhonda Ricarda Riikka Rihanna Rina Rochelle Roisin Róisín Romana Romy Rosalie Rosalind
    Rosanna Rosario Rosemarie Rosie Roxana Roxanne Ruby Rukhsana Saanvi Sabine Sadie Safiya Saga Sahar Saima Salma Salome Samira
    Sanja Saoirse Satu Savannah Scarlett Sibylle Signe Sigrid Silje Silke Simona Sinead Sinéad Siobhan Siobhán Sirpa Siri Sissel
    Sofía Sofie Solveig Sonja Sonya Soraya Stacey Stacy Stephania Stine Sumaya Sunita Sunniva Susana Susie Suzan Svenja Svitlana
    Sydney Tabitha Tamar Tamika Tammy Tanja Tarja Tatjana Tetiana Thelma Therese Thérèse Tia Tiffany Tilda Toni Tonya Torill Toril
    Tove Tricia Trish Trine Trinidad Trudy Tuva Ulla Ulrike Una Usha Uta Ute Vaishali Val Valborg Valeriya Valérie Valerie Vanda
    Vasilisa Vesna Vibeke Vicki Vicky Victoire Vigdis Vilma Viv Vivian Vivien Vivienne Wanda Waltraud Wilhelmina Wilma Winifred
    Winnie Ximena Yael Yasmin Yasmine Yevgenia Yoko Ylva Yolanda Ysabel Yuliia Yuliya Yumi Zahra Zainab Zara Zelda Zeynep Zofia Zora
    Zsuzsa Kellyanne Peta Tulsi Аида Айгуль Алевтина Александрина Альбина Альфия Амина Ангелина Анжела Анжелика Антонина Арина Асия
    Ася Бэлла Василиса Венера Виолетта Владислава Гульнара Гюльнара Диана Динара Ева Евдокия Заира Зарина Зоя Земфира Илона Инга
    Инесса Ирма Камилла Капитолина Кира Клавдия Клара Лейла Лилия Лиана Любовь Мадина Майя Манана Марианна Марьяна Милана Мирослава
    Нелли Ника Нона Римма Роза Руслана Сабина Серафима Снежана Стефания Таисия Таисья Фатима Эвелина Элеонора Элина Эльвира Эмилия
    Эмма Юлиана Юлианна Ядвига Ярослава Аліна Ала Альбіна Анастасія Анжаліка Антаніна Арына Вераніка Валерыя Дзіяна Жана Зінаіда
    Інэса Іна Інга Каміла Караліна Кіра Клаўдзія Ксенія Лілія Любоў Маргарыта Марта Марыяна Мілана Паліна Рэгіна Раіса Рыма Сафія
    Стэфанія Тацяна Эма Юліяна Яўгенія Ядвіга Антоніна Богдана Валерія Василина Віра Віталіна Діана Діна Єва Євгенія Зоряна Інна
    Ївга Любов Маріанна Мар'яна Наталя Поліна Раїса Роксолана Соломія Стефанія Таїсія Таміла Уляна Христина Ярина
    """
)
FEMALE_ENDINGS = ("ova", "eva", "ina", "skaya", "skaia", "ska", "ская", "цкая", "ова", "ева", "ёва", "ина", "ына", "ська")
MALE_ENDINGS = ("ov", "ev", "skiy", "skyi", "sky", "ski", "ський", "ский", "скі", "цкий", "ов", "ев", "ёв", "ін", "ин", "аў", "еў", "оў")


def gender_of(name: str) -> str | None:
    """m or f, where the first name or the surname tells; None where they don't or disagree."""
    parts = [part for part in name.split() if not part.endswith(".")]
    for part in parts[:2] if len(parts) > 2 else parts[:1]:
        if part in FEMALE and part not in MALE:
            return "f"
        if part in MALE and part not in FEMALE:
            return "m"
    last = parts[-1] if parts else ""
    if len(last) > 4 and last.endswith(FEMALE_ENDINGS):
        return "f"
    return "m" if len(last) > 4 and last.endswith(MALE_ENDINGS) else None
