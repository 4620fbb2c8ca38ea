"""Common first names with the gender they tell, and endings of Slavic surnames that tell one."""

from __future__ import annotations

from archive.extraction.lexicon import words

MALE = words(
    """
    Aaron Abdul Abdullah Abraham Adam Adrian Ahmed Ahmad Alan Albert Aleksandr Aleksander Aleksei Alex Alexander Alexandr Alexei
    Alexey Alfred Ali Aliaksandr Alyaksandr Allan Allen Ambrose Anatol Anatoly Anatoli Andre Andreas Andrei Andrej Andres Andrew
    Andrey Andrii Andriy Andrzej Angus Anthony Antonio Anton Antony Ari Arnold Arseniy Artem Arthur Artur Arvind Augustus Barack
    Barry Bart Bashar Ben Benjamin Bernard Bernie Bert Bill Bob Boris Brad Brandon Brett Brian Bruce Bruno Bryan Carl Carlos
    Cedric Charles Charlie Chris Christian Christoph Christophe Christopher Clark Claudio Claude Colin Connor Craig Curtis Dale
    Damian Dan Daniel Darren Dave David Dean Denis Dennis Denys Derek Diego Dieter Dimitri Dirk Dmitri Dmitrij Dmitriy Dmitry
    Dmytro Dominic Donald Doug Douglas Duncan Dwight Dylan Dzmitry Earl Ed Eddie Edgar Edmund Eduard Edward Edwin Egor Elias
    Elijah Elliot Elon Emil Emmanuel Enrico Eric Erik Ernest Ethan Eugene Evan Evgeny Fabian Felix Ferdinand Fernando Francesco
    Francis Francisco Francois François Frank Franz Fred Frederick Friedrich Gabriel Gareth Gary Gavin Gennady Geoff Geoffrey
    George Georg Gerald Gerard Gerhard Gianni Giorgio Giovanni Giuseppe Glenn Gordon Graham Grant Greg Gregory Grigory Guido
    Guillermo Gustav Guy Hamid Hans Harold Harry Harvey Hassan Heinrich Helmut Henri Henrik Henry Herbert Herman Howard Hugh Hugo
    Hussein Ian Ibrahim Igor Ihar Ihor Ilya Imran Isaac Ismail Ivan Jack Jacob Jacques Jake James Jamie Jan Jared Jason Jay Jean
    Jeff Jeffrey Jens Jeremy Jerome Jerry Jesse Jesus Jim Jimmy Joachim Joe Joel Joerg Johan Johann John Johnny Jon Jonas Jonathan
    Jordan Jorge Jose José Josef Joseph Josh Joshua Juan Julian Julius Jurgen Jürgen Justin Karim Karl Kaspar Keith Ken Kenneth
    Kevin Khalid Kirill Klaus Konstantin Kostya Kurt Kyle Lars Larry Laurence Lawrence Lee Leo Leon Leonard Leonid Leszek Lev
    Levon Lewis Liam Lloyd Louis Luca Lucas Luigi Luis Luke Maksim Malcolm Manuel Marc Marcel Marcin Marco Marcos Marcus Mariano
    Mario Marius Mark Marko Markus Martin Marvin Mateusz Matt Matteo Matthew Matthias Maurice Max Maxim Mehmet Michael Michał
    Michel Miguel Mihail Mikalai Mike Mikhail Mikhailo Mikola Milan Miles Miroslav Mitch Mohamed Mohammad Mohammed Morgan Moritz
    Mstislav Muhammad Mustafa Mykola Mykhailo Narendra Nathan Neil Nelson Nicholas Nick Nicolas Niels Nigel Nikita Nikol Nikolai
    Nikolay Nikolaus Noah Norman Oleg Oleh Oleksandr Oleksii Oleksiy Oliver Olivier Omar Oscar Osman Otto Owen Pablo Paolo Pascal
    Patrick Paul Pavel Pavlo Pawel Paweł Pedro Per Pete Peter Petr Petro Phil Philip Philipp Philippe Pierre Piotr Prem Pyotr
    Radek Radosław Rafael Rafał Raimund Rainer Ralf Ralph Ramzan Raul Raymond Recep René Rex Ricardo Richard Rick Rob Robert
    Roberto Rodrigo Roger Roland Roman Ron Ronald Rory Ross Roy Ruben Rudolf Ruslan Russell Ryan Salman Sam Samuel Scott Sean
    Sebastian Serge Sergei Sergej Sergey Serhii Serhiy Sergio Seth Shane Shaun Siarhei Silvio Simon Stan Stanislav Stanisław
    Stefan Stepan Stephan Stephen Steve Steven Stewart Stuart Syarhei Sven Svyatlan Taras Ted Terry Thabo Theo Theodore Thomas
    Tiziano Tim Timothy Timur Todd Tom Tomas Tomasz Tommy Tony Travis Trevor Uladzimir Ulrich Umberto Urmas Vadim Vadym Valentin
    Valery Valeriy Vasil Vasily Vasyl Victor Viktar Viktor Vincent Vitali Vitaliy Vitaly Vlad Vladimir Vladislav Volodymyr
    Vyacheslav Walter Warren Wayne Werner Wilhelm Will William Winston Wojciech Wolfgang Yaroslav Yevgeny Yitzhak Yuri Yuriy Yury
    Yves Zachary Zbigniew Zhan Александр Алексей Анатолий Андрей Антон Аркадий Артём Артем Борис Вадим Валентин Валерий Василий
    Виктор Виталий Владимир Владислав Вячеслав Геннадий Георгий Глеб Григорий Давид Даниил Денис Дмитрий Евгений Егор Иван Игорь
    Илья Кирилл Константин Лев Леонид Максим Марк Михаил Никита Николай Олег Павел Пётр Петр Роман Руслан Семён Сергей Станислав
    Степан Тимур Фёдор Федор Эдуард Юрий Яков Ярослав Аляксандр Аляксей Андрэй Анатоль Вадзім Валерый Васіль Віктар Віталь Віталій
    Уладзімір Уладзіслав Вячаслаў Генадзь Дзмітрый Дзяніс Яўген Іван Ігар Ілья Кірыл Канстанцін Леанід Максім Міхаіл Мікалай
    Мікіта Алег Павел Пётр Раман Сяргей Станіслаў Юрый Зміцер Алесь Янка Олександр Олексій Анатолій Андрій Борис Валерій Василь
    Віктор Віталій Володимир Владислав Геннадій Григорій Дмитро Денис Євген Іван Ігор Ілля Кирило Костянтин Леонід Микола Михайло
    Микита Олег Павло Петро Сергій Станіслав Тарас Юрій Ярослав
    """
)
FEMALE = words(
    """
    Abigail Ada Agnes Aisha Alaksandra Alena Alessandra Alexandra Alice Alicia Alina Alison Alla Allison Amanda Amber Amelia Amina
    Amneh Amy Ana Anastasia Andrea Angela Angelina Anita Ann Anna Annabel Anne Annette Annalena Antonia April Ashley Audrey
    Barbara Beatrice Beate Becky Belinda Bella Beth Betty Bianca Brenda Bridget Brigitte Brittany Camilla Carla Carmen Carol
    Carole Caroline Carolyn Catherine Cathy Cecilia Charlotte Chelsea Chloe Christina Christine Cindy Claire Clara Claudia Colette
    Condoleezza Courtney Cristina Cynthia Daniela Daria Darya Dawn Deborah Debra Denise Diana Diane Dina Dolores Donna Dora Doris
    Dorothy Edith Ekaterina Elaine Eleanor Elena Elisabeth Elise Elizabeth Ella Ellen Elsa Emilia Emily Emma Erica Erin Esther Eva
    Eve Evelyn Fatima Fiona Florence Frances Francesca Gabriela Gabrielle Galina Gemma Georgia Gina Giorgia Gloria Grace Greta
    Gwen Halina Hannah Harriet Hazel Heather Heidi Helen Helena Hilary Hillary Holly Ida Inga Ingrid Irena Irene Irina Iris Iryna
    Isabel Isabella Ivanka Jackie Jacqueline Jacinda Jane Janet Janice Jasmine Jean Jenna Jennifer Jenny Jessica Jill Joan Joanna
    Joanne Jodie Josephine Joy Joyce Judith Judy Julia Juliana Julie Juliet Justine Kaja Karen Karin Karina Karolina Kate Katarina
    Katherine Kathleen Kathryn Kathy Katie Katja Katrina Kelly Khrystyna Kim Kimberly Kira Kristalina Kristen Kristin Kristina
    Lara Larisa Laura Lauren Leah Leila Lena Leslie Lidia Lilian Lily Linda Lisa Liudmila Liz Liza Lois Loretta Lorraine Louise
    Lucia Lucy Ludmila Lydia Lyudmila Madeleine Maggie Maia Malala Marcia Margaret Margarita Margaryta Maria Marianne Marie Marina
    Marion Marjorie Marta Martha Martina Mary Maryna Maureen Maya Megan Melania Melanie Melinda Melissa Mercedes Michelle Mila
    Miranda Miriam Molly Monica Monika Nadezhda Nadia Nadine Nancy Naomi Natalia Natalie Natallia Natalya Natasha Nicola Nicole
    Nina Nora Odile Oksana Olena Olga Olha Olivia Ornella Pamela Patricia Paula Pauline Peggy Penny Phyllis Polina Priscilla
    Rachel Rebecca Regina Renata Rita Roberta Robin Rosa Rose Rosemary Ruth Sabina Sabrina Sally Samantha Sandra Sanna Sara Sarah
    Selena Sharon Sheila Shirley Silvia Simone Sofia Sonia Sophia Sophie Stefania Stella Stephanie Sue Susan Susanna Susanne
    Suzanne Svetlana Sviatlana Sylvia Tamara Tania Tanya Tara Tatiana Tatsiana Tatyana Teresa Tess Thea Theresa Tina Tracy Ulyana
    Ursula Valentina Valeria Vanessa Vera Veronica Veronika Victoria Viktoria Viola Violet Virginia Viviane Wendy Xenia Yana
    Yelena Yekaterina Yulia Yvette Yvonne Zinaida Zoe Zoya Zuzana Александра Алина Алла Анастасия Анна Валентина Валерия Варвара
    Вера Вероника Виктория Галина Дарья Евгения Екатерина Елена Елизавета Жанна Зинаида Инна Ирина Карина Кристина Ксения Лариса
    Лидия Людмила Маргарита Марина Мария Надежда Наталия Наталья Нина Оксана Ольга Полина Раиса Светлана София Софья Тамара
    Татьяна Ульяна Юлия Яна Аляксандра Алена Алёна Ганна Вольга Вера Вікторыя Галіна Дар'я Кацярына Лізавета Ірына Крысціна Алеся
    Леся Олеся Аляксандра Валянціна Яніна Ларыса Лідзія Людміла Марыя Марына Надзея Наталля Ніна Святлана Таццяна Юлія Олександра
    Олена Ганна Вікторія Галина Дарина Катерина Єлизавета Ірина Лариса Лідія Людмила Марія Марина Надія Наталія Ніна Оксана Ольга
    Світлана Софія Тетяна Юлія Яна
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
